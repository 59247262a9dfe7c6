package org.plateau.formats.trail;

import java.util.Map;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.formats.json.ArchitectureJson;
import org.plateau.formats.json.CanonicalJson;

/** The id of a network: what it is decides what it is called. */
public final class NetworkId {
    private static final int LENGTH = 16;

    private NetworkId() {}

    /**
     * The first 16 hexadecimal digits of SHA-256 over the canonical JSON of all of these: the same network trained again in
     * another search, on other data, or from another seed is another network.
     */
    public static String of(
            String search,
            int ask,
            Architecture architecture,
            String datasetFingerprint,
            TrainingConfiguration training,
            long seed) {
        return CanonicalJson.hash(Map.of(
                        "search", search,
                        "ask", ask,
                        "architecture", ArchitectureJson.contentHash(architecture),
                        "dataset", datasetFingerprint,
                        "training", training,
                        "seed", seed))
                .substring(0, LENGTH);
    }
}
