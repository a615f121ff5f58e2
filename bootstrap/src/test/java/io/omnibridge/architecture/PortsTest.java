package io.omnibridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.omnibridge.architecture.Architecture.ROOT;
import static io.omnibridge.architecture.Architecture.assertBroken;
import static io.omnibridge.architecture.Architecture.assertKept;
import static io.omnibridge.architecture.Architecture.fixture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Rule 8, the ports. A port is an interface. Its result types are the exceptions beside it and the records and enums that a
 * port answers with, be it inside a list or as one of the kinds of a sealed interface.
 */
class PortsTest {

    static ArchRule onlyPortsAndTheirResults(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".application.port..")
                .should(ArchCondition.from(DescribedPredicate.describe(
                        "be a port or a result of one",
                        type -> type.isInterface() || type.isAssignableTo(RuntimeException.class) || isResult(type))));
    }

    private static boolean isResult(JavaClass type) {
        return (type.isRecord() || type.isEnum()) && portsBeside(type).anyMatch(port -> answersWith(port, type));
    }

    private static Stream<JavaClass> portsBeside(JavaClass type) {
        return type.getPackage().getClasses().stream().filter(JavaClass::isInterface);
    }

    private static boolean answersWith(JavaClass port, JavaClass result) {
        return port.getMethods().stream()
                .map(JavaMethod::getReturnType)
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .flatMap(type -> FieldReach.of(type, type.getPackageName()).keySet().stream())
                .anyMatch(result::equals);
    }

    @Test
    void the_port_package_has_only_ports_and_their_results() {
        assertKept(onlyPortsAndTheirResults(ROOT));
    }

    @Test
    void anything_else_beside_the_ports_is_noticed() {
        assertBroken(onlyPortsAndTheirResults(fixture("ports")), "ports", "SomeService", "UnusedResult", "Constants");
    }
}
