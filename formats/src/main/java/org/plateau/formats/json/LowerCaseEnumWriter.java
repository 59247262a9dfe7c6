package org.plateau.formats.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Locale;

/** Writes enum constants in lower case; the mapper reads them in any case. */
public final class LowerCaseEnumWriter extends StdSerializer<Enum<?>> {
    private static final long serialVersionUID = 1L;

    public LowerCaseEnumWriter() {
        super(Enum.class, false);
    }

    @Override
    public void serialize(Enum<?> constant, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeString(constant.name().toLowerCase(Locale.ROOT));
    }
}
