package io.omnibridge.adapters.providers.yaml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * YAML mapping, optionally over a default mapping. A member overrides the default of the same name; {@code null} removes it. The
 * mapping records which members were read, so that {@link #rejectUnknown()} finds the unknown ones. Not thread-safe.
 */
public final class YamlMapping {

    private final YamlValue whole;
    private final Map<String, YamlValue> own;
    private final @Nullable YamlMapping defaults;
    private final Set<String> known = new HashSet<>();

    YamlMapping(YamlValue whole, Map<String, YamlValue> own) {
        this(whole, own, null);
    }

    private YamlMapping(YamlValue whole, Map<String, YamlValue> own, @Nullable YamlMapping defaults) {
        this.whole = whole;
        this.own = own;
        this.defaults = defaults;
    }

    /** Returns this mapping over {@code defaults}. */
    public YamlMapping over(YamlMapping defaults) {
        return new YamlMapping(whole, own, defaults);
    }

    /** Returns the member of that name or its default; empty if there is neither, or the member is {@code null}. */
    public Optional<YamlValue> find(String name) {
        known.add(name);
        YamlValue value = own.get(name);
        if (value == null) {
            return defaults == null ? Optional.empty() : defaults.find(name);
        }
        return Optional.of(value).filter(member -> !member.isNull());
    }

    /** Returns whether this mapping names the member without a value. */
    public boolean isNull(String name) {
        YamlValue value = own.get(name);
        return value != null && value.isNull();
    }

    /** Returns the member like {@link #find}, and reports a mistake if it is missing. */
    public Optional<YamlValue> require(String name) {
        Optional<YamlValue> value = find(name);
        if (value.isEmpty()) {
            reject("must have the member " + name);
        }
        return value;
    }

    /** Reports a mistake in the mapping as a whole. */
    public void reject(String message) {
        whole.reject(message);
    }

    /** Returns all members of this mapping, without defaults, by name. They all count as known. */
    public Map<String, YamlValue> all() {
        known.addAll(own.keySet());
        return new LinkedHashMap<>(own);
    }

    /**
     * Returns the mappings in the member of that name, in order. One that has a default of the same name is over it; {@code null}
     * removes the default.
     *
     * @param names names that the mappings may have
     */
    public Map<String, YamlMapping> findEach(String name, Pattern names) {
        Map<String, YamlMapping> each = new LinkedHashMap<>();
        known.add(name);
        YamlValue value = own.get(name);
        if (defaults != null && !isNull(name)) {
            each.putAll(defaults.findEach(name, names));
        }
        Optional.ofNullable(value)
                .filter(it -> !it.isNull())
                .flatMap(it -> it.members(names))
                .ifPresent(it -> it.own.forEach((key, member) -> put(each, key, member)));
        return each;
    }

    private static void put(Map<String, YamlMapping> each, String key, YamlValue member) {
        YamlMapping former = each.get(key);
        if (member.isNull()) {
            each.remove(key);
        } else {
            member.members().ifPresent(it -> each.put(key, former == null ? it : it.over(former)));
        }
    }

    /** Reports a mistake for each member of this mapping that was never read. */
    public void rejectUnknown() {
        own.forEach((name, value) -> {
            if (!known.contains(name)) {
                value.unnamed().reject("is an unknown member");
            }
        });
    }
}
