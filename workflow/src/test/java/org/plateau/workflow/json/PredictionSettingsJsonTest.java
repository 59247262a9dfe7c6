package org.plateau.workflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.WrittenFunction;
import org.plateau.prediction.shape.CurveShape;

/** What tasks say about prediction is read again as it was, and what older tasks said too. */
class PredictionSettingsJsonTest {
    @Test
    void functionsOfTheUsersOwnReachTheWorker() throws JsonProcessingException {
        PredictionSettings settings = PredictionSettings.plateau()
                .with(List.of(new WrittenFunction(
                        "root",
                        "a + b sqrt(x)",
                        List.of(Parameter.free("b", "gain"), new Parameter("a", "start", 0, 100, 50)),
                        Set.of(CurveShape.NEVER_LEARNS))));

        String json = WorkflowJson.mapper().writeValueAsString(settings);

        assertThat(WorkflowJson.mapper().readValue(json, PredictionSettings.class))
                .isEqualTo(settings);
    }

    @Test
    void settingsFromBeforeThereWereFunctionsHaveNone() throws JsonProcessingException {
        assertThat(WorkflowJson.mapper().readValue("{\"engine\":\"plateau\",\"rules\":[]}", PredictionSettings.class))
                .isEqualTo(new PredictionSettings("plateau", List.of()));
    }
}
