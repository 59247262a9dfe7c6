package org.plateau.commons;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.plateau.core.dataset.DatasetProperties;

/** The table of what datasets are, a row for each property: what a condition on a dataset looks at. */
final class DatasetPropertyTable {
    private final Handle handle;

    DatasetPropertyTable(Handle handle) {
        this.handle = handle;
    }

    /** Replaces the properties of a dataset. */
    void write(long dataset, DatasetProperties properties) {
        handle.createUpdate("DELETE FROM dataset_properties WHERE dataset = :dataset")
                .bind("dataset", dataset)
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO dataset_properties (dataset, name, number, text) VALUES (:dataset, :name, :number, :text)
                """);
        numbers(properties).forEach((name, number) -> batch.bind("dataset", dataset)
                .bind("name", name)
                .bind("number", Columns.nullable(number))
                .bind("text", name.equals("classes") ? String.join(", ", properties.classes()) : null)
                .add());
        batch.execute();
    }

    /** Splits by their images; mean and spread over the channels. */
    static Map<String, Double> numbers(DatasetProperties properties) {
        Map<String, Double> numbers = new TreeMap<>();
        numbers.put("classes", (double) properties.classes().size());
        numbers.put("channels", (double) properties.shape().channels());
        numbers.put("height", (double) properties.shape().height());
        numbers.put("width", (double) properties.shape().width());
        numbers.put("images", (double) properties.images());
        numbers.put("train", sum(properties.train()));
        numbers.put("validation", sum(properties.validation()));
        numbers.put("test", sum(properties.test()));
        numbers.put("balance", properties.balance());
        numbers.put("mean", average(properties.mean()));
        numbers.put("spread", average(properties.spread()));
        properties.noise().ifPresent(noise -> numbers.put("noise", noise));
        return numbers;
    }

    private static double sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private static double average(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
