package io.omnibridge.adapters.http.mcp;

import io.omnibridge.application.use.DataCaller;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.use.UseKind;
import java.util.Set;

/**
 * The caller of a method.
 *
 * @param kinds the kinds of uses that the caller may make
 */
record McpCaller(DataCaller caller, Set<UseKind> kinds, RequestId requestId) {

    McpCaller {
        kinds = Set.copyOf(kinds);
    }
}
