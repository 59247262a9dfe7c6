package org.plateau.commons;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Binds text with U+FFFD in the place of U+0000, which PostgreSQL cannot hold and after which SQLite's functions do not look.
 * The trail keeps what was written.
 */
final class StorableText extends AbstractArgumentFactory<String> {
    private static final char NOTHING = '\0';
    private static final char UNKNOWN = '\uFFFD';

    StorableText() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
        String storable = value.replace(NOTHING, UNKNOWN);
        return (position, statement, context) -> statement.setString(position, storable);
    }
}
