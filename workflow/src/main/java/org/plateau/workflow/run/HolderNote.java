package org.plateau.workflow.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process holds a lock, as it stands in the lock's file.
 *
 * @param pid its number on its machine
 * @param host its machine
 * @param started when it began, where the system tells; tells it from a later process of the same number
 */
public record HolderNote(long pid, String host, Optional<Instant> started) {
    private static final Pattern TEXT = Pattern.compile("pid (\\d+) on (.*?)(?:, started at (\\S+))?");
    /** Systems compute a process's start from the machine's, which a clock adjustment moves a little. */
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(5);

    /** The note of this process. */
    public static HolderNote ofThisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return new HolderNote(self.pid(), hostName(), self.info().startInstant());
    }

    /** Reads a note; empty where the text is none. */
    public static Optional<HolderNote> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HolderNote(
                    Long.parseLong(matcher.group(1)),
                    matcher.group(2),
                    Optional.ofNullable(matcher.group(3)).map(Instant::parse)));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The process, if it runs on this machine and is still the one that wrote the note. */
    public Optional<ProcessHandle> process() {
        return host.equals(hostName()) ? ProcessHandle.of(pid).filter(this::isSame) : Optional.empty();
    }

    private boolean isSame(ProcessHandle handle) {
        Optional<Instant> found = handle.info().startInstant();
        return started.isEmpty()
                || found.isEmpty()
                || Duration.between(started.get(), found.get()).abs().compareTo(CLOCK_DRIFT) <= 0;
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        return "pid %d on %s%s"
                .formatted(
                        pid, host, started.map(time -> ", started at " + time).orElse(""));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unnamed host";
        }
    }
}
