package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.spi.AccountChange;
import java.util.List;

/**
 * Part of {@link WriteScript} that concerns {@code dataUsedAt}. {@link AccountCodec} writes this member last, and no text in JSON can end
 * like it, so the script changes it without decoding the rest.
 */
final class DataUseScript {

    /** {@code use_of} returns the minute of an account's JSON, or nothing; {@code with_use} returns the JSON with another one. */
    static final String FUNCTIONS = """
            local use_member = ',"dataUsedAt":(%d+)}$'
            local function use_of(json)
              return json and string.match(json, use_member)
            end
            local function with_use(json, minute)
              if not minute then
                return json
              end
              local bare = string.gsub(json, use_member, '}')
              return string.sub(bare, 1, -2) .. ',"dataUsedAt":' .. minute .. '}'
            end
            """;

    private DataUseScript() {}

    /** From {@code account_change} to {@code account_sealed}: the names are joined by line feeds, which none of them has. */
    static List<Object> arguments(AccountChange.DataUse use) {
        String names = String.join(
                "\n", use.accounts().stream().map(AccountCodec::name).toList());
        return List.of("use_data", names, use.minute().toEpochMilli(), "");
    }
}
