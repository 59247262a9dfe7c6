package org.plateau.prediction;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An immutable list that is extended without being copied: lists that grew from each other share one array, of which each
 * sees its own beginning. Only the longest can grow in place; another that grows copies what it sees. Safe to share
 * between threads, since nothing that a list sees is ever written again.
 */
final class GrowingList<E> extends AbstractList<E> implements RandomAccess {
    private static final int FIRST_CAPACITY = 16;

    private final Object[] elements;
    private final int size;
    /** How much of the array some list sees. */
    private final AtomicInteger used;

    private GrowingList(Object[] elements, int size, AtomicInteger used) {
        this.elements = elements;
        this.size = size;
        this.used = used;
    }

    /** The elements; the list itself where it is one of these. */
    @SuppressWarnings("unchecked") // An immutable list of a subtype is one of the type.
    static <E> GrowingList<E> copyOf(List<? extends E> elements) {
        if (elements instanceof GrowingList<?> same) {
            return (GrowingList<E>) same;
        }
        GrowingList<E> list = new GrowingList<>(new Object[FIRST_CAPACITY], 0, new AtomicInteger());
        for (E element : elements) {
            list = list.with(element);
        }
        return list;
    }

    /** This list and one more element, in constant time on average. */
    GrowingList<E> with(E element) {
        if (size < elements.length && used.compareAndSet(size, size + 1)) {
            elements[size] = element;
            return new GrowingList<>(elements, size + 1, used);
        }
        Object[] more = Arrays.copyOf(elements, Math.max(FIRST_CAPACITY, 2 * size));
        Arrays.fill(more, size, more.length, null);
        more[size] = element;
        return new GrowingList<>(more, size + 1, new AtomicInteger(size + 1));
    }

    @Override
    @SuppressWarnings("unchecked") // Only elements are put into the array.
    public E get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("Index %d of %d elements".formatted(index, size));
        }
        return (E) elements[index];
    }

    @Override
    public int size() {
        return size;
    }
}
