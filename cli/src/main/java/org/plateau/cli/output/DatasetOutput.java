package org.plateau.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.formats.json.PlateauJson;

/** Prints what a dataset is. */
public final class DatasetOutput {
    private DatasetOutput() {}

    public static String json(DatasetProperties properties) {
        try {
            return PlateauJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(properties) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A dataset's properties have no JSON form", e);
        }
    }

    public static String text(DatasetProperties properties) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < properties.classes().size(); i++) {
            rows.add(List.of(
                    properties.classes().get(i),
                    properties.train().get(i).toString(),
                    properties.validation().get(i).toString(),
                    properties.test().get(i).toString()));
        }
        return "%s: %d images of %s, %d classes, balance %.2f, mean %s, spread %s%s\nfingerprint %s\n\n"
                        .formatted(
                                properties.name(),
                                properties.images(),
                                properties.shape(),
                                properties.classes().size(),
                                properties.balance(),
                                properties.mean(),
                                properties.spread(),
                                properties
                                        .noise()
                                        .map(", noise %.3f"::formatted)
                                        .orElse(""),
                                properties.fingerprint())
                + new Table(List.of("class", "train", "validation", "test"), rows).text();
    }
}
