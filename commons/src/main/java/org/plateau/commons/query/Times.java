package org.plateau.commons.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as conditions write them. */
final class Times {
    private Times() {}

    /**
     * Milliseconds since 1970 UTC.
     *
     * @param text a date, whose first moment is meant, or a date and time; in UTC where no zone is said
     * @throws java.time.DateTimeException if it is neither
     */
    static long millis(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
        }
        boolean zoned = text.matches(".*([Zz]|[+-]\\d{2}:?\\d{2})$");
        return zoned
                ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
