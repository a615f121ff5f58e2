package io.omnibridge.adapters.http.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.List;

/** Schemas of openapi.yaml. They assert formats such as date-time, and an unknown keyword is an error. Thread-safe. */
public final class Schemas {

    /** Top-level members of the document that are not schema keywords. */
    private static final List<String> DOCUMENT_MEMBERS =
            List.of("openapi", "info", "servers", "tags", "paths", "components", "x-unrouted");

    private static final Dialect DIALECT = Dialect.builder(Dialects.getOpenApi31())
            .keywords(DOCUMENT_MEMBERS.stream().map(NonValidationKeyword::new).toList())
            .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
            .build();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            DIALECT,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Schemas() {}

    /** Returns the differences between {@code value} and the schema at {@code place}. */
    public static List<String> violations(JsonPointer place, JsonNode value) {
        JsonPointer schema = ApiDocument.load().resolve(place);
        return REGISTRY
                .getSchema(SchemaLocation.of("classpath:" + ApiDocument.RESOURCE + "#" + schema))
                .validate(value)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
