package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.route.UseProblems;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.use.RequestedRead;
import io.omnibridge.application.use.UsePermission;
import io.omnibridge.application.use.UseResult;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseVia;
import java.util.Optional;
import java.util.Set;

/** Tool {@code read_api}: one read of a provider's API, by GET. */
record ReadApiTool(UsePermission usePermission) implements Tool {

    @Override
    public String name() {
        return "read_api";
    }

    @Override
    public Optional<UseKind> kind() {
        return Optional.of(UseKind.API);
    }

    @Override
    public ObjectNode call(McpCaller caller, ToolArguments arguments) {
        arguments.requireKnown(Set.of("provider", "account", ReadArguments.PATH, ReadArguments.QUERY));
        ProviderId provider = arguments.text("provider", ProviderId::new);
        ProviderAccountId account = arguments.text("account", ProviderAccountId::new);
        UseResult result = usePermission.read(
                caller.caller(),
                new RequestedRead(provider, account, ReadArguments.request(arguments), UseVia.MCP, caller.requestId()));
        if (!(result instanceof UseResult.Responded responded)) {
            throw ToolFault.of(UseProblems.of(result, provider));
        }
        return read(responded.response());
    }

    private static ObjectNode read(ApiReadResult.Response response) {
        ReadableBody body = ReadableBody.collect(response);
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        read.put("status", response.status());
        read.put("content_type", body.contentType());
        read.set("body", body.value());
        return read;
    }
}
