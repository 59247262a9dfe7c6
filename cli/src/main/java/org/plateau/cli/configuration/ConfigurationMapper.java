package org.plateau.cli.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.file.Path;
import java.util.List;
import org.plateau.formats.json.LowerCaseEnumWriter;
import org.plateau.formats.json.PathText;
import org.plateau.prediction.rule.RuleSettings;

/** YAML with kebab-case keys, strict about types and unknown keys; the kind of a section is its key {@code kind}. */
final class ConfigurationMapper {
    private static final YAMLMapper MAPPER = create();

    private ConfigurationMapper() {}

    static YAMLMapper mapper() {
        return MAPPER;
    }

    static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static YAMLMapper create() {
        SimpleModule texts = new SimpleModule("configuration-texts")
                .addSerializer(Path.class, new PathText.Writer())
                .addDeserializer(Path.class, new PathText.Reader())
                .addSerializer(new LowerCaseEnumWriter());
        YAMLMapper.Builder builder = YAMLMapper.builder()
                .addModules(new Jdk8Module(), texts)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        List.of(
                        DatasetSection.class,
                        SpaceSection.class,
                        SearcherSection.class,
                        OptimizerSection.class,
                        ScheduleSection.class,
                        RuleSettings.class)
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
