package io.omnibridge.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All types that an object can lead to by its fields: through collections, optionals and arrays, inherited fields, and every
 * known subtype of what a field is declared to be.
 */
final class FieldReach {

    private final String root;
    private final Map<JavaClass, String> paths = new LinkedHashMap<>();

    private FieldReach(String root) {
        this.root = root;
    }

    /** Each type that {@code start} leads to, with the fields on the way to it. Only types below {@code root} lead on. */
    static Map<JavaClass, String> of(JavaClass start, String root) {
        FieldReach reach = new FieldReach(root);
        reach.add(start, start.getSimpleName());
        return reach.paths;
    }

    private void add(JavaClass type, String path) {
        if (paths.putIfAbsent(type, path) == null && (type.getPackageName() + ".").startsWith(root + ".")) {
            type.getAllFields().forEach(field -> follow(field, path));
            type.getSubclasses().forEach(subtype -> add(subtype, path + " or " + subtype.getSimpleName()));
        }
    }

    private void follow(JavaField field, String path) {
        involved(field).forEach(type -> add(type, path + "." + field.getName() + ": " + type.getSimpleName()));
    }

    private static Stream<JavaClass> involved(JavaField field) {
        return field.getType().getAllInvolvedRawTypes().stream().map(JavaClass::getBaseComponentType);
    }
}
