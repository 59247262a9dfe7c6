/** Networks as ONNX files: written from the architecture graph and its weights, and run. */
package org.plateau.onnx;
