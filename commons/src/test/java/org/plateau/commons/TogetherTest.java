package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.trail.TrailEntry;

/** Several writers and readers at one commons. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class TogetherTest {
    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    @TempDir
    Path folder;

    @Test
    void threadsWithOneStoreLoseNothing() throws Exception {
        try (CommonsStore commons = database.commons(folder).open()) {
            together(4, writer -> {
                for (List<TrailEntry> batch : WriterProcess.batches(writer)) {
                    commons.record(batch);
                    assertThat(commons.list(NetworkQuery.latest(50))).isNotEmpty();
                }
                return writer;
            });
            requireAll(commons, 4);
        }
    }

    @Test
    void storesThatAreOpenedTogetherLoseNothing() throws Exception {
        TestCommons place = database.commons(folder);
        together(4, writer -> {
            try (CommonsStore commons = place.open()) {
                for (List<TrailEntry> batch : WriterProcess.batches(writer)) {
                    commons.record(batch);
                }
            }
            return writer;
        });
        try (CommonsStore commons = place.open()) {
            requireAll(commons, 4);
        }
    }

    @Tag("slow")
    @Test
    void sixtyFourWritersWithConnectionsOfTheirOwnLoseNothing() throws Exception {
        TestCommons place = database.commons(folder);
        together(64, writer -> {
            try (CommonsStore commons = place.open()) {
                for (List<TrailEntry> batch : WriterProcess.batches(writer)) {
                    commons.record(batch);
                }
            }
            return writer;
        });
        try (CommonsStore commons = place.open()) {
            requireAll(commons, 64);
            Map<String, List<String>> kept = place.dump();
            commons.rebuild(List.of());
            assertThat(place.dump()).isEqualTo(kept);
        }
    }

    @Tag("slow")
    @Test
    void processesLoseNothing() throws Exception {
        TestCommons place = database.commons(folder);
        List<Process> processes = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            processes.add(ChildProcess.start(
                    folder.resolve(writer + ".out"), WriterProcess.class, place.text(), place.store(), writer));
        }
        for (Process process : processes) {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        try (CommonsStore commons = place.open()) {
            requireAll(commons, 4);
            Map<String, List<String>> kept = place.dump();
            commons.rebuild(List.of());
            assertThat(place.dump()).isEqualTo(kept);
        }
    }

    @Test
    void aReaderSeesTheStateBeforeWhileAnotherWrites() {
        TestCommons place = database.commons(folder);
        List<TrailEntry> entries = SampleTrails.completed("aa11");
        try (CommonsStore writer = place.open();
                CommonsStore reader = place.open();
                Database other = other(place)) {
            writer.record(entries.subList(0, 20));
            other.write(handle -> {
                handle.execute("DELETE FROM verdicts");
                assertThat(reader.verdicts("aa11")).isNotEmpty();
                assertThat(reader.trail("aa11")).hasSize(20);
                return handle;
            });
            assertThat(reader.verdicts("aa11")).isEmpty();
        }
    }

    @Test
    void anInterruptDoesNotStopARecording() {
        List<TrailEntry> entries = SampleTrails.completed("aa11");
        try (CommonsStore commons = database.commons(folder).open()) {
            Thread.currentThread().interrupt();
            assertThat(commons.record(entries.subList(0, 9))).isEqualTo(9);
            assertThat(Thread.interrupted()).isTrue();
            commons.record(entries);
            assertThat(commons.trail("aa11")).isEqualTo(entries);
        }
    }

    private static void requireAll(CommonsStore commons, int writers) {
        for (int writer = 0; writer < writers; writer++) {
            for (List<TrailEntry> trail : WriterProcess.trails(writer)) {
                assertThat(commons.trail(trail.get(0).network())).isEqualTo(trail);
            }
        }
        assertThat(commons.trail(WriterProcess.COMMON.get(0).network())).isEqualTo(WriterProcess.COMMON);
    }

    private Database other(TestCommons place) {
        return database == TestDatabase.SQLITE
                ? SqliteDatabase.open(Path.of(place.text()), folder.resolve("lock"))
                : PostgresDatabase.open(PostgresAddress.of(place.text()), Map.of());
    }

    private interface Writing {
        Object by(int writer) throws Exception;
    }

    private static void together(int writers, Writing writing) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                tasks.add(() -> writing.by(number));
            }
            for (Future<Object> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
