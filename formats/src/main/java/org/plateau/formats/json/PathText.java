package org.plateau.formats.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.file.Path;

/** Paths as their plain text instead of Jackson's file URIs. */
public final class PathText {
    private PathText() {}

    public static final class Writer extends StdSerializer<Path> {
        private static final long serialVersionUID = 1L;

        public Writer() {
            super(Path.class);
        }

        @Override
        public void serialize(Path path, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(path.toString());
        }
    }

    public static final class Reader extends FromStringDeserializer<Path> {
        private static final long serialVersionUID = 1L;

        public Reader() {
            super(Path.class);
        }

        @Override
        public Path deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return super.deserialize(parser, context);
        }

        @Override
        protected Path _deserialize(String text, DeserializationContext context) {
            return Path.of(text);
        }
    }
}
