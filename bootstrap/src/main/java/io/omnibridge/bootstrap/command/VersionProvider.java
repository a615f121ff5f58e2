package io.omnibridge.bootstrap.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Reads the version that the build wrote. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        try (InputStream in = RootCommand.class.getResourceAsStream("version.txt")) {
            byte[] version = Objects.requireNonNull(in).readAllBytes();
            return new String[] {"omnibridge " + new String(version, StandardCharsets.UTF_8).strip()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
