package org.plateau.cli.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.file.Path;
import java.util.List;
import org.plateau.formats.json.LowerCaseEnumWriter;
import org.plateau.formats.json.PathText;

/** YAML with kebab-case keys, strict about types and unknown keys; the kind of a section is its key {@code kind}. */
final class ConfigurationMapper {
    /** Levels of a tree; a configuration has four. */
    private static final int DEEPEST = 32;

    private static final YAMLMapper MAPPER = create();

    private ConfigurationMapper() {}

    static YAMLMapper mapper() {
        return MAPPER;
    }

    private static YAMLMapper create() {
        SimpleModule texts = new SimpleModule("configuration-texts")
                .addSerializer(Path.class, new PathText.Writer())
                .addDeserializer(Path.class, new PathText.Reader())
                .addSerializer(new LowerCaseEnumWriter());
        YAMLFactory factory = new YAMLFactory();
        factory.setStreamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        factory.configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        YAMLMapper.Builder builder = YAMLMapper.builder(factory)
                .addModules(new Jdk8Module(), texts)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(
                                CoercionInputShape.Boolean, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail));
        List.of(
                        DatasetSection.class,
                        SpaceSection.class,
                        SearcherSection.class,
                        OptimizerSection.class,
                        ScheduleSection.class,
                        RuleSection.class)
                .forEach(root -> kinds(builder, root));
        return builder.build();
    }

    private static void kinds(YAMLMapper.Builder builder, Class<?> root) {
        builder.addMixIn(root, Kinds.class);
        for (Class<?> member : root.getPermittedSubclasses()) {
            builder.registerSubtypes(new NamedType(member, KindNames.name(member)));
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinds {}
}
