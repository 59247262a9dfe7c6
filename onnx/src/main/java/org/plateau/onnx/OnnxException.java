package org.plateau.onnx;

/** A network that cannot be written as ONNX, or an ONNX file that cannot be run; the message says what was found and what was expected. */
public final class OnnxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OnnxException(String message) {
        super(message);
    }

    public OnnxException(String message, Throwable cause) {
        super(message, cause);
    }
}
