package org.plateau.training.dataset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetSource.Labelling;

/** Tells from an image's path, relative to its folder and with forward slashes, what its class is. */
interface PathLabels {
    /** What a path says. */
    record Match(String label, boolean test) {}

    /** The class and split, empty for an image that does not belong to the dataset. */
    Optional<Match> match(String path);

    /** The rule in words, for messages. */
    String rule();

    static PathLabels of(Labelling labelling) {
        if (labelling instanceof Labelling.ByPattern byPattern) {
            return new ByPattern(byPattern.pattern());
        }
        return new ByDirectory();
    }

    /** The name of the image's own directory. */
    final class ByDirectory implements PathLabels {
        @Override
        public Optional<Match> match(String path) {
            int end = path.lastIndexOf('/');
            if (end < 0) {
                return Optional.empty();
            }
            return Optional.of(new Match(path.substring(path.lastIndexOf('/', end - 1) + 1, end), false));
        }

        @Override
        public String rule() {
            return "the directory it is in";
        }
    }

    /** Named groups of a regular expression. */
    final class ByPattern implements PathLabels {
        private final Pattern pattern;
        private final boolean split;

        ByPattern(String expression) {
            try {
                pattern = Pattern.compile(expression);
            } catch (PatternSyntaxException e) {
                throw new DatasetException(
                        "\"%s\" is no regular expression: %s".formatted(expression, e.getDescription()), e);
            }
            if (!expression.contains("(?<class>")) {
                throw new DatasetException("The expression \"%s\" has no group (?<class>…), which must tell the class"
                        .formatted(expression));
            }
            split = expression.contains("(?<split>");
        }

        @Override
        public Optional<Match> match(String path) {
            Matcher matcher = pattern.matcher(path);
            if (!matcher.find() || matcher.group("class") == null) {
                return Optional.empty();
            }
            String part = split ? matcher.group("split") : null;
            return Optional.of(new Match(matcher.group("class"), "testset".equals(part) || "test".equals(part)));
        }

        @Override
        public String rule() {
            return "the expression \"" + pattern + "\"";
        }
    }
}
