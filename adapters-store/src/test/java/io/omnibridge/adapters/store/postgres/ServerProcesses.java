package io.omnibridge.adapters.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The processes of a running server, for doing to them what operating systems do. */
public final class ServerProcesses {

    private final ProcessHandle postmaster;

    private ServerProcesses(ProcessHandle postmaster) {
        this.postmaster = postmaster;
    }

    public static ServerProcesses of(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        return new ServerProcesses(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
    }

    /** {@code kill -9}: the parent first, since it would start its children anew. */
    void kill() {
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** The parent first, since it would start another child while the ones that there are are stopped. */
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
