package io.omnibridge.bootstrap.wiring;

import io.omnibridge.bootstrap.command.OmniBridge;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/** OmniBridge with a wrong clock: a file says by how many seconds it is ahead. */
public final class DriftingNode {

    private DriftingNode() {}

    /**
     * Runs OmniBridge.
     *
     * @param arguments the file, and the arguments of OmniBridge
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        OmniBridge program =
                new OmniBridge(System.getenv(), new DriftingClock(Path.of(arguments[0])), new SecureRandom());
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        System.exit(program.execute(out, err, rest));
    }

    private static final class DriftingClock extends Clock {

        private final Path file;

        DriftingClock(Path file) {
            this.file = file;
        }

        @Override
        public Instant instant() {
            try {
                return Clock.systemUTC()
                        .instant()
                        .plusSeconds(Long.parseLong(Files.readString(file).strip()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
