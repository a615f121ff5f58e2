package io.omnibridge.adapters.http.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.accounts.RevocationStatus;
import io.omnibridge.application.port.ReadContent;
import io.omnibridge.domain.account.AccountStatus;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.ActorKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptStatus;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseOutcome;
import io.omnibridge.domain.use.UseVia;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that openapi.yaml is consistent and agrees with the enums of the code. */
class ApiDocumentTest {

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    /** Returns the pointers to all objects of the document. */
    private static Stream<JsonPointer> objects(JsonPointer place) {
        JsonNode node = DOCUMENT.at(place);
        Stream<JsonPointer> children = node.isArray()
                ? IntStream.range(0, node.size()).mapToObj(place::appendIndex)
                : DOCUMENT.names(place).map(place::appendProperty);
        Stream<JsonPointer> below = children.flatMap(ApiDocumentTest::objects);
        return node.isObject() ? Stream.concat(Stream.of(place), below) : below;
    }

    static Stream<JsonPointer> examples() {
        return objects(JsonPointer.empty())
                .filter(place -> DOCUMENT.at(place).has("schema"))
                .filter(place -> DOCUMENT.at(place).has("example"));
    }

    static Stream<JsonPointer> examplesByName() {
        JsonPointer body = JsonPointer.compile("/requestBody/content/application~1json/examples");
        return DOCUMENT.operations().values().stream()
                .map(operation -> operation.append(body))
                .flatMap(examples -> DOCUMENT.names(examples).map(examples::appendProperty));
    }

    static Stream<JsonPointer> responses() {
        return Stream.concat(DOCUMENT.operations().keySet().stream(), Stream.of("unrouted"))
                .map(DOCUMENT::responses)
                .flatMap(responses -> DOCUMENT.names(responses).map(responses::appendProperty));
    }

    @Test
    void every_reference_has_a_target() {
        Stream<String> targets = objects(JsonPointer.empty())
                .map(place -> DOCUMENT.at(place).path("$ref"))
                .filter(JsonNode::isTextual)
                .map(reference -> reference.textValue().substring(1));

        assertEquals(
                List.of(),
                targets.filter(target ->
                                DOCUMENT.at(JsonPointer.compile(target)).isMissingNode())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_matches_its_schema(JsonPointer place) {
        JsonNode example = DOCUMENT.at(place).get("example");

        assertEquals(Set.of(), Set.copyOf(Schemas.violations(place.appendProperty("schema"), example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_with_an_additional_member_is_invalid(JsonPointer place) {
        if (DOCUMENT.at(place).get("example") instanceof ObjectNode example) {
            ObjectNode more = example.deepCopy().put("access_token", "x");

            assertNotEquals(Set.of(), Set.copyOf(Schemas.violations(place.appendProperty("schema"), more)));
        }
    }

    @ParameterizedTest
    @MethodSource("examplesByName")
    void every_named_example_matches_its_schema(JsonPointer place) {
        JsonPointer schema = place.head().head().appendProperty("schema");

        assertEquals(
                Set.of(),
                Set.copyOf(Schemas.violations(schema, DOCUMENT.at(place).get("value"))));
    }

    @Test
    @Tag("H9")
    void every_response_has_the_common_headers() {
        Set<String> expected = Set.of("X-Request-Id", "Cache-Control", "X-Content-Type-Options");

        assertEquals(
                List.of(),
                responses()
                        .filter(place -> !headers(place).containsAll(expected))
                        .toList());
    }

    private static Set<String> headers(JsonPointer response) {
        return DOCUMENT.names(DOCUMENT.resolve(response).appendProperty("headers"))
                .collect(Collectors.toSet());
    }

    @Test
    void the_document_lists_exactly_the_problems_of_the_code() {
        Set<String> documented = new TreeSet<>();
        responses().map(DOCUMENT::resolve).distinct().forEach(response -> documented.addAll(problems(response)));

        Set<String> known = Arrays.stream(ProblemCode.values())
                .map(code -> code.status() + " " + code.word())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, documented);
    }

    @Test
    void the_document_lists_exactly_the_words_of_the_code() {
        assertEquals(words(ActionKind.values()), documented("/schemas/AuditEvent/properties/action"));
        assertEquals(words(AuditOutcome.values()), documented("/schemas/AuditEvent/properties/outcome"));
        assertEquals(words(AccountStatus.values()), documented("/schemas/Account/properties/status"));
        assertEquals(words(ReconnectCode.values()), documented("/schemas/ReconnectReason"));
        assertEquals(words(AttemptStatus.values()), documented("/schemas/Attempt/properties/status"));
        assertEquals(words(AttemptFailure.values()), documented("/schemas/AttemptReason"));
        assertEquals(words(ActorKind.values()), documented("/schemas/Actor/properties/kind"));
        assertEquals(words(Source.values()), documented("/schemas/Source"));
        assertEquals(words(RevocationStatus.values()), documented("/schemas/Unlinked/properties/revocation"));
    }

    @Test
    void the_document_lists_exactly_the_words_of_leases_and_uses() {
        assertEquals(words(LeaseEnd.values()), documented("/schemas/LeaseEnd"));
        assertEquals(words(UseKind.values()), documented("/schemas/UseKind"));
        assertEquals(words(UseVia.values()), documented("/schemas/UseReceipt/properties/via"));
        assertEquals(words(UseOutcome.values()), documented("/schemas/UseReceipt/properties/outcome"));
        assertEquals(words(UseFailure.values()), documented("/schemas/UseReceipt/properties/reason"));
        assertEquals(words(ReadContent.values()), documented("/schemas/Read/properties/of"));
    }

    @Test
    void every_attempt_failure_has_one_of_two_codes() {
        Set<String> documented = documented(reasonOf("AttemptConflict"));
        documented.addAll(documented(reasonOf("ProviderFailed")));

        assertEquals(words(AttemptFailure.values()), documented);
    }

    private static String reasonOf(String response) {
        return "/responses/" + response + "/content/application~1problem+json/schema/properties/reason";
    }

    private static Set<String> words(Enum<?>... constants) {
        return Arrays.stream(constants).map(JsonWriter::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> documented(String place) {
        return DOCUMENT.at(JsonPointer.compile("/components" + place + "/enum"))
                .valueStream()
                .map(JsonNode::textValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> problems(JsonPointer response) {
        JsonNode properties = DOCUMENT.at(response).at("/content/application~1problem+json/schema/properties");
        JsonNode code = properties.path("code");
        Stream<String> words = Stream.concat(
                        Stream.of(code.path("const")), code.path("enum").valueStream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
        return words.map(word -> properties.at("/status/const").asInt() + " " + word)
                .collect(Collectors.toSet());
    }
}
