package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonArrays;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.lease.Lease;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.source.Source;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * JSON of one lease. It has no token.
 *
 * @param end what has ended it; empty if it lives
 */
public record LeaseView(Lease lease, Optional<LeaseEnd> end) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        LeaseTerms terms = lease.terms();
        json.writeStartObject();
        json.writeStringField("id", lease.id().value());
        json.writeStringField("label", terms.label());
        writeSources(terms.sources(), json);
        json.writeArrayFieldStart("accounts");
        for (AccountKey account : terms.accounts()) {
            json.writeStartObject();
            AccountNameView.write(account, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonArrays.writeWords("of", new TreeSet<>(terms.of()), json);
        json.writeStringField("expires_at", JsonWriter.time(terms.expiresAt()));
        json.writeNumberField("max_uses", terms.maxUses());
        json.writeNumberField("used", lease.stored().used());
        JsonWriter.writeNullable("ended_at", lease.stored().endedAt().map(JsonWriter::time), json);
        JsonWriter.writeNullable("ended_by", end.map(JsonWriter::word), json);
        json.writeEndObject();
    }

    private static void writeSources(Optional<Set<Source>> sources, JsonGenerator json) throws IOException {
        json.writeFieldName("sources");
        if (sources.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        for (Source source : new TreeSet<>(sources.get())) {
            json.writeString(JsonWriter.word(source));
        }
        json.writeEndArray();
    }
}
