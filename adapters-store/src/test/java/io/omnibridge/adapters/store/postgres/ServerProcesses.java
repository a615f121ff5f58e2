package io.omnibridge.adapters.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Processes of a running PostgreSQL server, to be killed, stopped and resumed. */
public final class ServerProcesses {

    private final ProcessHandle postmaster;

    private ServerProcesses(ProcessHandle postmaster) {
        this.postmaster = postmaster;
    }

    public static ServerProcesses of(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        return new ServerProcesses(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
    }

    /** Sends SIGKILL, to the parent first: it would restart its children. */
    void kill() {
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** Sends SIGSTOP, to the parent first: it could start another child meanwhile. */
    public void stop() throws IOException, InterruptedException {
        signal("-STOP", List.of(postmaster));
        signal("-STOP", all());
    }

    public void resume() throws IOException, InterruptedException {
        signal("-CONT", all());
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).start().waitFor();
    }
}
