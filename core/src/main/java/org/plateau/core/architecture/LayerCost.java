package org.plateau.core.architecture;

/**
 * What one node of a graph gives and costs.
 *
 * @param node the node
 * @param output shape of its output
 * @param parameters trained values
 * @param flops FLOPs for one sample, by the rule of {@link Layer}
 */
public record LayerCost(Node node, Shape output, long parameters, long flops) {}
