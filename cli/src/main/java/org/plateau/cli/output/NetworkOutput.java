package org.plateau.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plateau.commons.CommonsStore;
import org.plateau.commons.NetworkSummary;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.TrailEvent.ForecastMade;
import org.plateau.core.trail.TrailEvent.VerdictGiven;
import org.plateau.formats.json.PlateauJson;
import org.plateau.workflow.attempt.AttemptRecord;

/** Prints a network's life. */
public final class NetworkOutput {
    private NetworkOutput() {}

    /** Summary and whole trail as one JSON object. */
    public static String json(CommonsStore store, String id) {
        NetworkSummary network = store.find(id);
        ObjectNode object = PlateauJson.mapper().valueToTree(network);
        object.set("kinship", PlateauJson.mapper().valueToTree(store.kinship(network.id())));
        object.set("trail", PlateauJson.mapper().valueToTree(store.trail(network.id())));
        try {
            return PlateauJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A network has no JSON form", e);
        }
    }

    public static String text(CommonsStore store, String id) {
        NetworkSummary network = store.find(id);
        return heading(network) + KinshipText.of(network, store.kinship(network.id())) + "\n" + epochs(store, network);
    }

    private static String heading(NetworkSummary network) {
        var origin = network.origin();
        var standing = network.standing();
        String fitness = standing.told()
                .map(told -> "%s %.4g (%s)"
                        .formatted(
                                network.assignment().measure(),
                                told.value(),
                                told.origin().name().toLowerCase(Locale.ROOT)))
                .orElse("no fitness yet");
        return lines(
                "network %s, number %d of %s, generation %d"
                        .formatted(network.id(), origin.ask(), origin.search(), origin.generation()),
                "%s %s by %s%s"
                        .formatted(
                                origin.space(),
                                origin.genome(),
                                origin.operator(),
                                origin.parents().isEmpty() ? "" : " of " + String.join(", ", origin.parents())),
                "%.3f MFLOPs, %d parameters, trained on %s from seed %d"
                        .formatted(
                                network.graph().mflops(),
                                network.graph().parameters(),
                                network.assignment().dataset(),
                                network.assignment().seed()),
                "%s after %s of %d epochs in %d attempts: %s"
                        .formatted(
                                standing.status().name().toLowerCase(Locale.ROOT),
                                Rows.cell(network.progress().epochs()),
                                network.assignment().horizon(),
                                standing.attempts(),
                                standing.message()),
                fitness + tested(standing.test()));
    }

    private static String tested(Map<String, Double> measures) {
        return measures.isEmpty()
                ? ""
                : new TreeMap<>(measures)
                        .entrySet().stream()
                                .map(measure -> measure.getKey() + " " + Rows.cell(measure.getValue()))
                                .collect(Collectors.joining(", ", "; ", ""));
    }

    private static String epochs(CommonsStore store, NetworkSummary network) {
        Map<String, LearningCurve> curves = store.curves(network.id());
        List<String> shown = List.of("train_loss", "train_accuracy", "val_loss", "val_accuracy", "seconds").stream()
                .filter(curves::containsKey)
                .toList();
        Map<Double, ForecastMade> forecasts = new TreeMap<>();
        store.forecasts(network.id()).forEach(forecast -> forecasts.put(forecast.epoch(), forecast));
        Map<Double, VerdictGiven> verdicts = new TreeMap<>();
        store.verdicts(network.id()).forEach(verdict -> verdicts.put(verdict.epoch(), verdict));
        List<String> columns = new ArrayList<>(List.of("epoch"));
        columns.addAll(shown);
        columns.addAll(List.of("forecast", "verdict"));
        Rows rows = new Rows(columns);
        LearningCurve first = curves.values().stream().findFirst().orElse(LearningCurve.empty());
        for (int i = 0; i < first.size(); i++) {
            double epoch = first.epoch(i);
            List<Object> cells = new ArrayList<>(List.of(epoch));
            shown.forEach(series -> cells.add(at(curves.getOrDefault(series, LearningCurve.empty()), epoch)));
            ForecastMade forecast = forecasts.get(epoch);
            VerdictGiven verdict = verdicts.get(epoch);
            cells.add(forecast == null ? "" : forecast.value());
            cells.add(verdict == null ? "" : shown(verdict));
            rows.add(cells);
        }
        return rows.text(Rows.Format.TABLE);
    }

    /** In a few words where it goes on, but for the one time that a rule was overruled. */
    private static String shown(VerdictGiven verdict) {
        if (verdict.stop()) {
            return "stop: " + verdict.reason();
        }
        return verdict.rule().equals(AttemptRecord.EXPLORATION) ? "go on: " + verdict.reason() : "go on";
    }

    private static Object at(LearningCurve curve, double epoch) {
        LearningCurve known = curve.upTo(epoch);
        return known.isEmpty() || known.lastEpoch() != epoch ? "" : known.lastValue();
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
