package org.plateau.diffraction;

import java.io.Serial;

/** A generation was interrupted. The thread is still marked as interrupted; the folder can be generated again. */
public final class GenerationInterruptedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    GenerationInterruptedException(InterruptedException cause) {
        super("The generation of diffraction patterns was interrupted; the same call makes them anew", cause);
    }
}
