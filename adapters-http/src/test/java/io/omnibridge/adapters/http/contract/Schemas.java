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

/** The schemas of openapi.yaml. Formats such as date-time count, and a misspelt keyword is an error. Thread-safe. */
public final class Schemas {

    /** What stands at the top of the document and is no schema. */
    private static final List<String> AROUND =
            List.of("openapi", "info", "servers", "tags", "paths", "components", "x-unrouted");

    private static final Dialect DIALECT = Dialect.builder(Dialects.getOpenApi31())
            .keywords(AROUND.stream().map(NonValidationKeyword::new).toList())
            .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
            .build();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            DIALECT,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Schemas() {}

    /** In what {@code value} differs from the schema at {@code place}. */
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
