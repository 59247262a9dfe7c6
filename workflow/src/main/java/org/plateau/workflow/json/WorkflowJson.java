package org.plateau.workflow.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.formats.json.PlateauJson;
import org.plateau.formats.json.SealedTypes;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.function.WrittenFunction;
import org.plateau.prediction.rule.RuleSettings;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.configuration.SearcherSettings;
import org.plateau.workflow.configuration.SpaceSettings;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.worker.WorkerMessage;

/** {@link PlateauJson} that knows the workflow's own sealed types as well. */
public final class WorkflowJson {
    private static final JsonMapper MAPPER = create();

    private WorkflowJson() {}

    /** The shared mapper. Thread-safe; must not be reconfigured. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonMapper create() {
        JsonMapper.Builder builder = PlateauJson.mapper().rebuild();
        SealedTypes.register(builder, JournalEvent.class);
        SealedTypes.register(builder, WorkerMessage.class);
        SealedTypes.register(builder, SpaceSettings.class);
        SealedTypes.register(builder, SearcherSettings.class);
        SealedTypes.register(builder, RuleSettings.class);
        builder.addMixIn(PredictionSettings.class, OlderSettings.class);
        builder.addMixIn(SearchConfiguration.class, OlderConfiguration.class);
        builder.addMixIn(LearningCurve.class, CurvePoints.class);
        return builder.build();
    }

    /** A curve as two lists of the same length. */
    @JsonAutoDetect(
            getterVisibility = JsonAutoDetect.Visibility.NONE,
            isGetterVisibility = JsonAutoDetect.Visibility.NONE,
            fieldVisibility = JsonAutoDetect.Visibility.NONE)
    private interface CurvePoints {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static LearningCurve of(
                @JsonProperty(value = "epochs", required = true) double[] epochs,
                @JsonProperty(value = "values", required = true) double[] values) {
            return LearningCurve.of(epochs, values);
        }

        @JsonProperty("epochs")
        double[] epochs();

        @JsonProperty("values")
        double[] values();
    }

    /** Searches that were configured before the commons could be learned from do not. */
    private interface OlderConfiguration {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean learnsFromCommons();
    }

    /** Settings that were written before users could add functions have none. */
    private interface OlderSettings {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<WrittenFunction> functions();
    }
}
