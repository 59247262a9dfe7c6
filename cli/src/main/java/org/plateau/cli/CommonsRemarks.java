package org.plateau.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.plateau.commons.CommonsStore;
import org.plateau.core.trail.Annotation;
import org.plateau.core.trail.Annotation.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that say something of a network in the commons. */
final class CommonsRemarks {
    private CommonsRemarks() {}

    /** What they have in common. */
    private abstract static class Remark implements Callable<Integer> {
        @Mixin
        private CommonsOption place = new CommonsOption();

        @Option(names = "--author", paramLabel = "WHO", description = "Who says so; the name of this user if left out.")
        private String author = System.getProperty("user.name");

        @Parameters(index = "0", paramLabel = "ID", description = "The network's id, or its first digits.")
        private String id = "";

        /** Kind and text of each annotation. */
        abstract List<String> texts();

        abstract Kind kind();

        @Override
        public Integer call() {
            try (CommonsStore store = place.openExisting()) {
                String network = store.find(id).id();
                List<Annotation> said = new ArrayList<>();
                for (String text : texts()) {
                    said.add(new Annotation(
                            UUID.randomUUID().toString(),
                            network,
                            author,
                            Clock.systemUTC().instant(),
                            kind(),
                            text,
                            Optional.empty()));
                }
                store.annotate(said);
                return 0;
            } catch (IllegalArgumentException e) {
                throw new WrongRemarkException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    @Command(
            name = "note",
            description = "Adds a note to a network.",
            footer = {"", "Example:", "  plateau commons note 0b9519c9 baseline"})
    static final class Note extends Remark {
        @Parameters(index = "1", paramLabel = "TEXT", description = "What there is to say.")
        private String text = "";

        @Override
        List<String> texts() {
            return List.of(text);
        }

        @Override
        Kind kind() {
            return Kind.NOTE;
        }
    }

    @Command(
            name = "tag",
            description = "Tags a network, or takes tags away.",
            footer = {"", "Example:", "  plateau commons tag 0b9519c9 paper table-2"})
    static final class Tag extends Remark {
        @Parameters(index = "1..*", arity = "1..*", paramLabel = "TAG", description = "Words without commas.")
        private List<String> tags = List.of();

        @Option(names = "--remove", description = "Take them away.")
        private boolean remove;

        @Override
        List<String> texts() {
            return tags;
        }

        @Override
        Kind kind() {
            return remove ? Kind.UNTAG : Kind.TAG;
        }
    }

    @Command(
            name = "name",
            description = "Gives a network a name; an empty one takes it away.",
            footer = {"", "Example:", "  plateau commons name 0b9519c9 champion"})
    static final class Name extends Remark {
        @Parameters(index = "1", paramLabel = "NAME", description = "How it is called from now on.")
        private String name = "";

        @Override
        List<String> texts() {
            return List.of(name);
        }

        @Override
        Kind kind() {
            return Kind.NAME;
        }
    }
}
