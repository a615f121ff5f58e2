package io.omnibridge.bootstrap.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of a command in a process of its own. Closing it kills the process. */
public final class Run implements AutoCloseable {

    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private final Process process;
    private final Output out;
    private final Output err;

    private Run(Process process) {
        this.process = process;
        this.out = new Output(process.getInputStream());
        this.err = new Output(process.getErrorStream());
    }

    /** Starts {@code command} in {@code folder}, with the settings of OmniBridge in {@code environment} and no others. */
    public static Run start(Path folder, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OMNIBRIDGE_"));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        try {
            return new Run(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns standard output so far; all of it after {@link #exit()}. */
    public String out() {
        return out.soFar();
    }

    /** Returns standard error so far; all of it after {@link #exit()}. */
    public String err() {
        return err.soFar();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits until the process has ended, and returns its exit status. */
    public int exit() {
        try {
            if (!process.waitFor(MAX_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + MAX_WAIT + "\n" + out() + err());
            }
            out.awaitEnd();
            err.awaitEnd();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until {@code regex} is found on standard error. */
    public MatchResult awaitErr(String regex) {
        Pattern pattern = Pattern.compile(regex);
        Poll.until(() -> pattern.matcher(err()).find() || !process.isAlive(), MAX_WAIT);
        Matcher found = pattern.matcher(err());
        if (!found.find()) {
            throw new AssertionError("ended without " + regex + "\n" + out() + err());
        }
        return found.toMatchResult();
    }

    /** Sends SIGTERM. Unlike after {@link Process#destroy()}, the remaining output is read. */
    public void terminate() {
        handle().destroy();
    }

    /** Sends a signal, such as {@code -STOP}. */
    public void signal(String signal) {
        try {
            int status = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("kill " + signal + ": " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        handle().destroy();
        try {
            if (!process.waitFor(MAX_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
