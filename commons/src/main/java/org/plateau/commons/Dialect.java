package org.plateau.commons;

import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.JdbiConfig;

/** Which SQL a database speaks. What both say in one way is written once; the rest asks here. */
public enum Dialect {
    SQLITE,
    POSTGRESQL;

    /** The dialect of the database that a handle is open on. */
    public static Dialect of(Handle handle) {
        return handle.getConfig(Spoken.class).dialect;
    }

    /** Tells the handles of a database what it speaks. */
    Jdbi spokenBy(Jdbi jdbi) {
        jdbi.getConfig(Spoken.class).dialect = this;
        jdbi.registerArgument(new StorableText());
        return jdbi;
    }

    /** Where its migrations are, below the folder of all. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Jdbi's place for what a handle should know; public because Jdbi makes it. */
    public static final class Spoken implements JdbiConfig<Spoken> {
        private Dialect dialect = SQLITE;

        @Override
        public Spoken createCopy() {
            Spoken copy = new Spoken();
            copy.dialect = dialect;
            return copy;
        }
    }
}
