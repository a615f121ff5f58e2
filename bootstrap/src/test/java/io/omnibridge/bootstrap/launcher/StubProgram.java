package io.omnibridge.bootstrap.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Program that only prints a version, for tests in which the launcher builds and copies jars: it starts in a fraction of the time. */
final class StubProgram {

    private StubProgram() {}

    public static void main(String[] arguments) {
        System.out.println("omnibridge 0.0.0-stub");
    }

    /** Writes a jar of this program into {@code folder}. Jars with different notes have different content. */
    static Path jar(Path folder, String note) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubProgram.class.getName());
        String file = StubProgram.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve(note + ".jar");
        try (InputStream program = Objects.requireNonNull(StubProgram.class.getResourceAsStream("/" + file));
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry(file));
            program.transferTo(out);
            out.putNextEntry(new JarEntry(note));
        }
        return jar;
    }
}
