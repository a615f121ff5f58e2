package io.omnibridge.bootstrap.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunIT {

    @Test
    void standard_output_standard_error_and_status_are_separate() {
        try (Run run = shell("echo $OMNIBRIDGE_X; echo err >&2; exit 3")) {
            assertEquals(3, run.exit());
            assertEquals("out\n", run.out());
            assertEquals("err\n", run.err());
        }
    }

    @Test
    void output_of_a_stopping_process_is_kept() {
        try (Run run = shell("trap 'echo last >&2; exit 143' TERM; echo first >&2; while :; do sleep 0.05; done")) {
            run.awaitErr("first");
            run.terminate();

            assertEquals(143, run.exit());
            assertEquals("first\nlast\n", run.err());
        }
    }

    @Test
    void waiting_for_output_fails_when_the_process_ends() {
        try (Run run = shell("true")) {
            assertThrows(AssertionError.class, () -> run.awaitErr("listening"));
        }
    }

    @Test
    void a_process_does_not_outlive_its_run() {
        Run run = shell("sleep 600");
        run.close();

        assertFalse(run.handle().isAlive());
    }

    @Test
    void the_running_jdk_is_among_the_tested_ones() {
        List<Jdk> jdks = Jdks.all();

        assertEquals(Runtime.version().feature(), jdks.get(0).feature());
        assertTrue(jdks.stream()
                .allMatch(jdk -> Path.of(jdk.command("java")).toFile().canExecute()));
    }

    private static Run shell(String script) {
        return Run.start(Path.of("."), Map.of("OMNIBRIDGE_X", "out"), List.of("sh", "-c", script));
    }
}
