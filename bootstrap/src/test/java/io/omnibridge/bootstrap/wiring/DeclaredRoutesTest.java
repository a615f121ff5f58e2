package io.omnibridge.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.contract.ApiDocument;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.DevelopmentMode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The routes that {@link Wiring} declares are the operations that openapi.yaml documents. */
class DeclaredRoutesTest {

    private static final ApiDocument DOCUMENT = ApiDocument.load();
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** Returns the routes for programs: pages are for people, who need no description. */
    static List<Route> routes() throws ConfigInvalid {
        SecureRandom random = new SecureRandom();
        Config config = DevelopmentMode.config(Map.of(), random, Catalogue.empty());
        return new Wiring(config, Clock.systemUTC(), random)
                .routes().stream().filter(route -> !isOfPages(route)).toList();
    }

    /** Pages are for people, so that the document of the API omits them. */
    private static boolean isOfPages(Route route) {
        return route instanceof Route.Page
                || route instanceof Route.OpenPage
                || (route.template().startsWith("/ui/") && !route.template().equals("/ui/back-channel-logout"));
    }

    private static String name(Route route) {
        return route.method().name() + " " + template(route);
    }

    /** Returns the template with braces also around the parameter that may have slashes. */
    private static String template(Route route) {
        return route.template().replace('<', '{').replace('>', '}');
    }

    private static JsonNode operation(Route route) {
        return DOCUMENT.at(Objects.requireNonNull(DOCUMENT.operations().get(name(route))));
    }

    @Test
    void the_document_has_the_declared_routes_and_no_others() throws ConfigInvalid {
        Set<String> declared =
                routes().stream().map(DeclaredRoutesTest::name).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(declared, DOCUMENT.operations().keySet());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void the_document_has_the_query_parameters_of_each_route(Route route) {
        Set<String> documented = parameters(operation(route), "query").collect(Collectors.toSet());

        assertEquals(route.queryParameters(), documented);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void the_document_has_the_path_parameters_of_each_route(Route route) {
        JsonNode path = DOCUMENT.at(JsonPointer.compile("/paths").appendProperty(template(route)));
        List<String> inBraces = PARAMETER
                .matcher(template(route))
                .results()
                .map(parameter -> parameter.group(1))
                .toList();

        assertEquals(inBraces, parameters(path, "path").toList());
    }

    @ParameterizedTest
    @MethodSource("routes")
    @Tag("Z5")
    void the_document_has_the_scope_of_each_guarded_route(Route route) {
        assertEquals(expectedSecurity(route), operation(route).path("security").toString());
    }

    private static String expectedSecurity(Route route) {
        if (route instanceof Route.Data || route instanceof Route.Agent) {
            return "[{\"bearer\":[\"data:read\"]},{\"lease\":[]}]";
        }
        return route instanceof Route.Guarded guarded
                ? "[{\"bearer\":[\"" + guarded.permission().scope() + "\"]}]"
                : "[]";
    }

    private static Stream<String> parameters(JsonNode owner, String in) {
        return owner.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> parameter.path("explode").asBoolean()
                        ? "*"
                        : parameter.path("name").asText());
    }
}
