package org.plateau.commons;

import java.util.Optional;
import org.plateau.commons.query.Operand.Constant;

/**
 * Where a network stands in an order.
 *
 * @param key of the network
 * @param value by which it is ordered, empty where it has none
 */
record Place(long key, Optional<Constant> value) {}
