package org.plateau.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.formats.curves.CurveFile;
import org.plateau.formats.curves.RecordedCurves;
import org.plateau.prediction.Observation;
import org.plateau.prediction.replay.FunctionEvidence;
import org.plateau.prediction.replay.Grouping;
import org.plateau.prediction.replay.RecordedTraining;
import org.plateau.prediction.replay.ReplayGroup;
import org.plateau.prediction.replay.ReplayTraining;
import org.plateau.prediction.shape.CurveShape;
import org.plateau.prediction.shape.CurveShapes;
import org.plateau.prediction.shape.ShapeFinding;

/**
 * Prints what kinds of curves recorded trainings show when a quarter, half and all of their epochs have been seen, how
 * often what is said early is confirmed by the whole curve, and which curves were said never to learn but do. Every curve
 * is taken to its own end, in points.
 */
public final class ShapeTable {
    private static final List<Double> SHARES = List.of(0.25, 0.5, 1.0);

    private ShapeTable() {}

    /** Reads the files of curves that are named. */
    public static void main(String[] arguments) {
        for (String argument : arguments) {
            Map<String, List<Findings>> groups = new LinkedHashMap<>();
            CurveFile.read(Path.of(argument)).stream()
                    .flatMap(ShapeTable::findings)
                    .forEach(one -> groups.computeIfAbsent(one.group, unused -> new ArrayList<>())
                            .add(one));
            groups.forEach(ShapeTable::print);
        }
    }

    /** What was said of one curve at each share. */
    private record Findings(String group, String id, double best, double last, List<ShapeFinding> all) {
        ShapeFinding whole() {
            return all.get(all.size() - 1);
        }
    }

    private static Stream<Findings> findings(RecordedCurves curves) {
        RecordedTraining training = new RecordedTraining(
                curves.source(), curves.id(), curves.dataset(), curves.series(), Map.of(), OptionalDouble.empty());
        List<Findings> findings = new ArrayList<>();
        for (ReplayGroup group : FunctionEvidence.once(Grouping.of(List.of(training)))) {
            for (ReplayTraining one : group.trainings()) {
                if (group.horizon() > 0) {
                    findings.add(findings(group, one));
                }
            }
        }
        return findings.stream();
    }

    private static Findings findings(ReplayGroup group, ReplayTraining training) {
        Map<String, LearningCurve> series = new TreeMap<>(training.companions());
        series.put(group.metric(), training.fitness());
        double end = training.fitness().lastEpoch();
        Observation whole = new Observation(series, group.fitness(), end, Optional.empty(), training.features());
        return new Findings(
                group.source(),
                training.id(),
                training.fitness().best(group.fitness().direction()),
                training.truth(),
                SHARES.stream()
                        .map(share -> CurveShapes.standard().classify(whole.upTo(share * end)))
                        .toList());
    }

    private static void print(String group, List<Findings> findings) {
        System.out.printf(
                "%n%s: %d curves; in brackets those that are so, other kinds first%n", group, findings.size());
        System.out.println("| kind | at 25 % | at 50 % | at the end | confirmed of 25 % | confirmed of 50 % |");
        System.out.println("|---|---|---|---|---|---|");
        for (String word : Stream.concat(CurveShape.words().stream(), Stream.of(ShapeFinding.UNKNOWN))
                .toList()) {
            List<String> cells = new ArrayList<>();
            for (int share = 0; share < SHARES.size(); share++) {
                int place = share;
                long first = findings.stream()
                        .filter(one -> one.all.get(place).word().equals(word))
                        .count();
                long any = findings.stream()
                        .filter(one -> one.all.get(place).shapes().stream()
                                .anyMatch(shape -> shape.word().equals(word)))
                        .count();
                cells.add(any > first ? "%d (%d)".formatted(first, any) : Long.toString(first));
            }
            if (cells.stream().allMatch("0"::equals)) {
                continue;
            }
            for (int share = 0; share < SHARES.size() - 1; share++) {
                cells.add(word.equals(ShapeFinding.UNKNOWN) ? "" : confirmed(findings, word, share));
            }
            System.out.printf("| %s | %s |%n", word, String.join(" | ", cells));
        }
        falseNeverLearners(findings);
    }

    private static String confirmed(List<Findings> findings, String word, int share) {
        List<Findings> said = findings.stream()
                .filter(one -> one.all.get(share).word().equals(word))
                .toList();
        long right = said.stream()
                .filter(one -> one.whole().shapes().stream()
                        .anyMatch(shape -> shape.word().equals(word)))
                .count();
        return said.isEmpty() ? "" : "%.0f %%".formatted(100.0 * right / said.size());
    }

    private static void falseNeverLearners(List<Findings> findings) {
        findings.stream()
                .filter(one -> one.all.get(1).is(CurveShape.NEVER_LEARNS)
                        && !one.whole().is(CurveShape.NEVER_LEARNS))
                .forEach(one -> System.out.printf(
                        "  said never to learn at 50 %%: %s, best %.2f, last %.2f: %s%n",
                        one.id, one.best, one.last, one.whole().word()));
    }
}
