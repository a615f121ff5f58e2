package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.AccountCodec;

/**
 * Part of {@link WriteScript} and {@link UseScripts} that concerns {@code dataUsedAt}. {@link AccountCodec} writes this member last, and no text in JSON can end
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
}
