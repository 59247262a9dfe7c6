package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.WrittenFunction;
import org.plateau.prediction.rule.Converged;
import org.plateau.prediction.rule.Diverged;
import org.plateau.prediction.rule.NeverLearns;
import org.plateau.prediction.rule.Patience;
import org.plateau.prediction.rule.RuleSettings;
import org.plateau.prediction.rule.Settled;
import org.plateau.prediction.rule.Unpromising;
import org.plateau.prediction.shape.CurveShape;

/** Settings are plain values: a mapper that knows the names of the rules carries them without further help. */
class SettingsJsonTest {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Converged.class, name = "converged"),
        @JsonSubTypes.Type(value = Diverged.class, name = "diverged"),
        @JsonSubTypes.Type(value = NeverLearns.class, name = "never-learns"),
        @JsonSubTypes.Type(value = Patience.class, name = "patience"),
        @JsonSubTypes.Type(value = Settled.class, name = "settled"),
        @JsonSubTypes.Type(value = Unpromising.class, name = "unpromising")
    })
    private interface NamedRules {}

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addMixIn(RuleSettings.class, NamedRules.class)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"none", "penguin", "a4nn", "plateau"})
    void presetsComeBackFromJsonAsTheyWere(String name) throws JsonProcessingException {
        PredictionSettings settings = PredictionSettings.preset(name);

        assertThat(mapper.readValue(mapper.writeValueAsString(settings), PredictionSettings.class))
                .isEqualTo(settings);
    }

    @Test
    void theJsonHoldsTheSettingsAndNothingElse() throws JsonProcessingException {
        assertThat(mapper.writeValueAsString(PredictionSettings.plateau()))
                .isEqualTo("{\"engine\":\"plateau\",\"rules\":["
                        + "{\"rule\":\"diverged\",\"factor\":10.0},"
                        + "{\"rule\":\"never-learns\",\"patience\":0.5,\"margin\":2.0},"
                        + "{\"rule\":\"unpromising\",\"probability\":0.1,\"top\":5,\"tolerance\":2.0,\"minimum-share\":0.04},"
                        + "{\"rule\":\"settled\",\"tolerance\":5.0,\"minimum-share\":0.08}],"
                        + "\"functions\":[],"
                        + "\"exploration\":{\"first\":4,\"share\":0.025,\"novelty\":1.6},"
                        + "\"finalists\":{\"improvement\":0.1,\"share\":0.1}}");
    }

    @Test
    void everyRuleComesBackWithItsOwnNumbers() throws JsonProcessingException {
        PredictionSettings settings = new PredictionSettings(
                Engines.PLATEAU,
                List.of(
                        new Patience(7, 0.25),
                        new Settled(1.5, 0.25),
                        new Unpromising(0.05, 12, 3, 0.125),
                        new Converged(4, 0.75, 5)),
                List.of(),
                Optional.of(new ExplorationSettings(9, 0.125, 2.5)),
                Optional.of(new Finalists(0.3, 0.5)));

        String json = mapper.writeValueAsString(settings);

        assertThat(json).contains("{\"rule\":\"patience\",\"epochs\":7.0,\"minimum-delta\":0.25}");
        assertThat(mapper.readValue(json, PredictionSettings.class)).isEqualTo(settings);
    }

    @Test
    void functionsOfTheUsersOwnComeBackAsTheyWere() throws JsonProcessingException {
        PredictionSettings settings = PredictionSettings.plateau()
                .with(List.of(new WrittenFunction(
                        "root",
                        "a + b * sqrt(x + c)",
                        List.of(
                                Parameter.free("a", "start"),
                                Parameter.free("b", "gain"),
                                Parameter.positive("c", "shift")),
                        Set.of(CurveShape.LEARNING, CurveShape.NEVER_LEARNS))));

        String json = mapper.writeValueAsString(settings);
        assertThat(json).contains("\"formula\":\"a + b * sqrt(x + c)\"", "\"upper\":\"Infinity\"");
        assertThat(mapper.readValue(json, PredictionSettings.class)).isEqualTo(settings);
    }

    @Test
    void aWrongValueIsRefusedWithItsReason() {
        assertThatThrownBy(() -> mapper.readValue(
                        "{\"engine\":\"a4nn\",\"rules\":[{\"rule\":\"never-learns\",\"patience\":2,\"margin\":1}]}",
                        PredictionSettings.class))
                .isInstanceOf(ValueInstantiationException.class)
                .hasMessageContaining("The patience must be a share in (0, 1], but was 2.0");
    }
}
