package org.plateau.core.wrong;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Breaks a rule on purpose, so that a test can show that the rule notices. */
public final class CoreThatWritesJson {
    public ObjectMapper mapper() {
        return new ObjectMapper();
    }
}
