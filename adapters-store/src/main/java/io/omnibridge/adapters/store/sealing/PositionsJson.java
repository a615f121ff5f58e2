package io.omnibridge.adapters.store.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.search.ItemRef;
import io.omnibridge.domain.search.SourcePosition;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseTarget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names of items and positions of searches as the JSON that is sealed: short arrays, since clients carry them in URLs. */
final class PositionsJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PositionsJson() {}

    static byte[] write(ItemRef ref) throws IOException {
        return JSON.writeValueAsBytes(target(ref.target()).add(ref.id()));
    }

    /** Reads what {@link #write(ItemRef)} wrote; anything else fails. */
    static ItemRef readRef(UserId owner, byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        return new ItemRef(target(owner, json), json.required(3).textValue());
    }

    static byte[] write(List<SourcePosition> positions) throws IOException {
        ArrayNode all = JSON.createArrayNode();
        for (SourcePosition position : positions) {
            all.add(target(position.target())
                    .add(position.cursor().orElse(null))
                    .add(position.limit())
                    .add(position.failures()));
        }
        return JSON.writeValueAsBytes(all);
    }

    /** Reads what {@link #write(List)} wrote; anything else fails. */
    static List<SourcePosition> readPositions(UserId owner, byte[] bytes) throws IOException {
        List<SourcePosition> positions = new ArrayList<>();
        for (JsonNode json : JSON.readTree(bytes)) {
            positions.add(new SourcePosition(
                    target(owner, json),
                    Optional.ofNullable(json.required(3).textValue()),
                    json.required(4).intValue(),
                    json.required(5).intValue()));
        }
        return positions;
    }

    private static ArrayNode target(UseTarget target) {
        return JSON.createArrayNode()
                .add(target.account().provider().value())
                .add(target.account().providerAccountId().value())
                .add(target.source().orElseThrow().name());
    }

    private static UseTarget target(UserId owner, JsonNode json) {
        return new UseTarget(
                new AccountKey(
                        owner,
                        new ProviderId(json.required(0).textValue()),
                        new ProviderAccountId(json.required(1).textValue())),
                Optional.of(Source.valueOf(json.required(2).textValue())));
    }
}
