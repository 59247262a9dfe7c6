package org.plateau.workflow.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainerFactory;
import org.plateau.core.training.TrainingException;
import org.plateau.formats.trail.TrailFileException;
import org.plateau.workflow.attempt.AttemptTask;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.RunFolderException;

/**
 * The program that executors start. It trains one network and leaves, or takes folders from its standard input one
 * after another. When its input ends (its parent is gone) or a signal asks it to, it leaves after the epoch's checkpoint.
 */
public final class Worker {
    private static final String END = "";
    private static final long GRACE_SECONDS = 20;

    private final TrainerFactory trainers;
    private final InstantSource clock;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final BlockingQueue<String> folders = new LinkedBlockingQueue<>();
    private volatile boolean leaving;

    public Worker(TrainerFactory trainers, InstantSource clock) {
        this.trainers = trainers;
        this.clock = clock;
    }

    /**
     * Makes the end of this process wait for the epoch's checkpoint, for at most {@value #GRACE_SECONDS} seconds: the
     * JVM runs this while the training thread goes on.
     */
    public void leaveOnSignal() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            leave();
                            try {
                                finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "leave"));
    }

    /** Carries out one attempt. */
    public void runOne(Path folder) {
        AttemptFolder attempt = new AttemptFolder(folder);
        try {
            AttemptTask task = TaskFile.read(attempt.task(), AttemptTask.class);
            try (Trainer trainer = trainers.open(task.dataset(), task.device(), task.threads())) {
                new AttemptRunner(trainer, clock, () -> leaving).run(attempt);
            }
        } finally {
            finished.countDown();
        }
    }

    /**
     * Carries out the attempts whose folders come line by line, and answers with {@link WorkerMessage}s.
     *
     * @return whether it left in good order
     */
    public boolean runMany(Path setupFile, BufferedReader input, PrintStream output) {
        readAhead(input);
        try {
            WorkerSetup setup = TaskFile.read(setupFile, WorkerSetup.class);
            try (Trainer trainer = trainers.open(setup.dataset(), setup.device(), setup.threads())) {
                say(output, new WorkerMessage.Ready(trainer.dataset(), trainer.environment(), ProcessUse.cpuSeconds()));
                serve(setup, trainer, output);
            }
            return true;
        } catch (DatasetException
                | TrainingException
                | RunFolderException
                | TrailFileException
                | UnmeasuredFitnessException e) {
            say(output, new WorkerMessage.Unfit(String.valueOf(e.getMessage())));
            return false;
        } finally {
            finished.countDown();
        }
    }

    private void serve(WorkerSetup setup, Trainer trainer, PrintStream output) {
        AttemptRunner runner = new AttemptRunner(trainer, clock, () -> leaving);
        int networks = 0;
        Optional<String> reason = Optional.empty();
        while (reason.isEmpty()) {
            say(output, new WorkerMessage.Idle());
            String folder = take();
            if (leaving) {
                reason = Optional.of("it was asked to");
            } else {
                carryOut(runner, Path.of(folder), output);
                networks++;
                reason = worn(setup, networks);
            }
        }
        say(output, new WorkerMessage.Leaving(reason.get(), ProcessUse.cpuSeconds(), runner.besideSeconds()));
    }

    private static Optional<String> worn(WorkerSetup setup, int networks) {
        if (networks >= setup.networks()) {
            return Optional.of("it trained %d networks".formatted(networks));
        }
        long resident = ProcessUse.residentBytes();
        return resident > setup.memory()
                ? Optional.of("its resident memory is %d MiB".formatted(resident >> 20))
                : Optional.empty();
    }

    private static void carryOut(AttemptRunner runner, Path folder, PrintStream output) {
        try {
            runner.run(new AttemptFolder(folder));
            say(output, new WorkerMessage.Done(folder));
        } catch (TrainingException | RunFolderException e) {
            boolean disk = e.getCause() instanceof IOException && !(e.getCause() instanceof JsonProcessingException);
            if (disk) {
                // Full or gone, it fails every network alike: nothing is gained by trying the next one.
                throw e;
            }
            say(output, new WorkerMessage.Faulted(folder, String.valueOf(e.getMessage())));
        }
    }

    /** Reads in a thread of its own, so that the end of the input is seen while a network trains. */
    private void readAhead(BufferedReader input) {
        Thread reader = new Thread(
                () -> {
                    try {
                        for (String line = input.readLine(); line != null; line = input.readLine()) {
                            if (!line.isBlank()) {
                                folders.add(line);
                            }
                        }
                    } catch (IOException e) {
                        // A broken pipe says the same as its end: nobody is there any more.
                    } finally {
                        leave();
                    }
                },
                "folders");
        reader.setDaemon(true);
        reader.start();
    }

    private void leave() {
        leaving = true;
        folders.add(END);
    }

    private String take() {
        try {
            return folders.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leaving = true;
            return END;
        }
    }

    /** In a line of its own, even where a native library has printed without ending its line. */
    private static void say(PrintStream output, WorkerMessage message) {
        try {
            output.print("\n" + WorkflowJson.mapper().writeValueAsString(message) + "\n");
            output.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A worker's message has no JSON form: " + message, e);
        }
    }
}
