package io.omnibridge.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names in all Java sources of the project, tests and benchmarks included. Immutable once it is read. */
final class SourceIndex {

    private static final Set<String> SKIPPED = Set.of(".git", "target", "fixture");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum) ([A-Z]\\w*)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w.]+\\.(\\w+);");
    private static final Pattern STRING = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"");
    private static final Pattern IDENTIFIER = Pattern.compile("\\w+");

    private final Map<String, Set<String>> identifiersByType = new HashMap<>();
    private final Set<String> packages = new HashSet<>();
    private final Set<String> qualifiedTypes = new HashSet<>();
    private final Set<String> imports = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();

    private SourceIndex() {}

    /** Reads the sources below {@code root}. */
    static SourceIndex read(Path root) {
        SourceIndex index = new SourceIndex();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return SKIPPED.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (file.toString().endsWith(".java")) {
                        index.add(STRING.matcher(Files.readString(file)).replaceAll("\"\""));
                    }
                    return FileVisitResult.CONTINUE;
                }

                // Tools create and remove files of their own while the tests run.
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return index;
    }

    private void add(String source) {
        Set<String> words = new HashSet<>();
        Document.matches(IDENTIFIER, source).forEach(word -> words.add(word.group()));
        identifiers.addAll(words);
        Document.matches(IMPORT, source).forEach(type -> imports.add(type.group(1)));
        String packageName = Document.matches(PACKAGE, source)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        packages.add(packageName);
        Document.matches(TYPE, source).map(type -> type.group(1)).forEach(type -> {
            qualifiedTypes.add(packageName + "." + type);
            identifiersByType.computeIfAbsent(type, name -> new HashSet<>()).addAll(words);
        });
    }

    boolean hasType(String simpleName) {
        return identifiersByType.containsKey(simpleName);
    }

    /** Whether some source imports a type of this name, which is then on the class path. */
    boolean hasImport(String simpleName) {
        return imports.contains(simpleName);
    }

    boolean hasQualifiedType(String name) {
        return qualifiedTypes.contains(name);
    }

    /** Whether the file of {@code type} has a member, nested type or constant of this name. */
    boolean hasMember(String type, String member) {
        return identifiersByType.getOrDefault(type, Set.of()).contains(member);
    }

    boolean hasIdentifier(String name) {
        return identifiers.contains(name);
    }

    /** Whether there is a package of this name, which may lack its beginning. */
    boolean hasPackage(String name) {
        return packages.stream().anyMatch(known -> known.equals(name) || known.endsWith("." + name));
    }
}
