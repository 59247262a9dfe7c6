package org.plateau.formats.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.List;
import org.plateau.core.architecture.Layer;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;

/** Gives the members of sealed interfaces a property {@code type}: their class name in snake_case. */
public final class SealedTypes {
    private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

    private SealedTypes() {}

    static void register(JsonMapper.Builder builder) {
        List.of(
                        Layer.class,
                        Shape.class,
                        DatasetSource.class,
                        DatasetSource.Labelling.class,
                        Optimizer.class,
                        Schedule.class,
                        Retention.class,
                        TrailEvent.class)
                .forEach(root -> register(builder, root));
    }

    /** Makes a sealed interface of records readable and writable, for modules that bring their own. */
    public static void register(JsonMapper.Builder builder, Class<?> root) {
        builder.addMixIn(root, Typed.class);
        for (Class<?> member : root.getPermittedSubclasses()) {
            builder.registerSubtypes(new NamedType(member, NAMES.translate(member.getSimpleName())));
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}
}
