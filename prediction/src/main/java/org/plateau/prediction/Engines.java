package org.plateau.prediction;

import java.util.List;
import org.plateau.prediction.engine.ExponentialEngine;
import org.plateau.prediction.engine.NoForecasts;
import org.plateau.prediction.engine.PlateauEngine;
import org.plateau.prediction.function.FunctionIndex;

/** The engines that settings can name. */
public final class Engines {
    /** Makes no forecasts. */
    public static final String NONE = "none";
    /** PENGUIN as published in 2021. */
    public static final String PENGUIN = "penguin";
    /** A4NN's dialect of it, 2023. */
    public static final String A4NN = "a4nn";
    /** Plateau's own. */
    public static final String PLATEAU = "plateau";

    /** All of them. */
    public static final List<String> NAMES = List.of(NONE, PENGUIN, A4NN, PLATEAU);

    private Engines() {}

    /**
     * An engine with the standard index, whose forecasts carry a track.
     *
     * @param memory how many forecasts the track holds, the newest included
     * @throws UnknownNameException if there is no such engine
     */
    public static PredictionEngine named(String name, int memory) {
        return named(name, memory, FunctionIndex.standard());
    }

    /**
     * An engine whose forecasts carry a track.
     *
     * @param memory how many forecasts the track holds, the newest included
     * @param index the functions that there are; the published engines have their own function whatever it holds
     * @throws UnknownNameException if there is no such engine
     */
    public static PredictionEngine named(String name, int memory, FunctionIndex index) {
        return switch (name) {
            case NONE -> new NoForecasts();
            case PENGUIN -> ExponentialEngine.penguin(memory);
            case A4NN -> ExponentialEngine.a4nn(memory);
            case PLATEAU -> new PlateauEngine(memory, index);
            default -> throw new UnknownNameException("prediction engine", name, NAMES);
        };
    }
}
