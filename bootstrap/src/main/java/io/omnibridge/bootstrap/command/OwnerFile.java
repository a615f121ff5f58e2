package io.omnibridge.bootstrap.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Files that their owner alone can read and write, from their first moment on. */
final class OwnerFile {

    private static final FileAttribute<?> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerFile() {}

    /**
     * Creates a file with {@code content}. A file that exists stays as it is. The new one has its name only once it is whole.
     *
     * @return whether the file was created
     * @throws IOException if it cannot be created or written
     */
    static boolean create(Path file, String content) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path whole = Files.createTempFile(directory, ".new", "", OWNER_ALONE);
        try {
            Files.writeString(whole, content);
            Files.createLink(file, whole);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(whole);
        }
    }
}
