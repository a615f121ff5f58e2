package io.omnibridge.adapters.http.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;

/** Checks the declared media type of a request's body. */
final class MediaTypes {

    private static final Pattern JSON = Pattern.compile(
            "application/json[ \\t]*(;[ \\t]*charset=(utf-8|\"utf-8\")[ \\t]*)?", Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /** Returns whether the body is declared exactly once, as JSON in UTF-8 without a content encoding. */
    static boolean isPlainJson(HttpServletRequest request) {
        var types = request.getHeaders("Content-Type");
        if (!types.hasMoreElements() || !JSON.matcher(types.nextElement()).matches() || types.hasMoreElements()) {
            return false;
        }
        return Collections.list(request.getHeaders("Content-Encoding")).stream()
                .allMatch(encoding -> encoding.equalsIgnoreCase("identity"));
    }
}
