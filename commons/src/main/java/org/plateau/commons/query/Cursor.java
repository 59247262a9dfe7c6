package org.plateau.commons.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where a page of networks ends: the next one begins after it, whatever came into the commons in between.
 *
 * @param question hash of the condition and the order that it belongs to
 * @param value of the last network in the order, empty where it has none
 * @param key of that network
 */
public record Cursor(int question, Optional<Operand.Constant> value, long key) {
    private static final String PARTS = "\n";

    /** The hash of a question. */
    public static int question(Condition condition, Order order) {
        return checksum(condition + PARTS + order);
    }

    /** As text: letters, digits, dashes and underscores. */
    public String text() {
        String said = String.join(
                PARTS,
                Integer.toString(question),
                Long.toString(key),
                value.map(Cursor::written).orElse("n"));
        String checked = checksum(said) + PARTS + said;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(checked.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a text.
     *
     * @param question that it has to belong to
     * @throws QueryException if it is no cursor, or one of another question
     */
    public static Cursor parse(String text, int question) {
        try {
            String checked = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = checked.split(PARTS, 2);
            if (parts.length == 2 && parts[0].equals(Integer.toString(checksum(parts[1])))) {
                String[] said = parts[1].split(PARTS, 3);
                Cursor cursor = new Cursor(Integer.parseInt(said[0]), read(said[2]), Long.parseLong(said[1]));
                if (cursor.question != question) {
                    throw new QueryException(
                            "This cursor belongs to another condition or order; use it with the ones that gave it");
                }
                return cursor;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new QueryException("\"%s\" is no cursor; take the one that the page before ended with"
                    .formatted(QueryException.shortened(text)));
        }
        throw new QueryException("\"%s\" is no cursor; take the one that the page before ended with"
                .formatted(QueryException.shortened(text)));
    }

    private static String written(Operand.Constant constant) {
        if (constant instanceof Operand.Whole whole) {
            return "w%s %d".formatted(whole.type().name().toLowerCase(Locale.ROOT), whole.value());
        } else if (constant instanceof Operand.Real real) {
            return "r" + Long.toHexString(Double.doubleToLongBits(real.value()));
        }
        return "t" + ((Operand.Text) constant).value();
    }

    private static Optional<Operand.Constant> read(String written) {
        String rest = written.substring(1);
        return switch (written.charAt(0)) {
            case 'n' -> Optional.empty();
            case 'w' -> {
                String[] parts = rest.split(" ", 2);
                yield Optional.of(
                        new Operand.Whole(Long.parseLong(parts[1]), Type.valueOf(parts[0].toUpperCase(Locale.ROOT))));
            }
            case 'r' -> Optional.of(new Operand.Real(Double.longBitsToDouble(Long.parseUnsignedLong(rest, 16))));
            default -> Optional.of(new Operand.Text(rest));
        };
    }

    private static int checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }
}
