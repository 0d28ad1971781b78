/** Tests of provisioning, with tools that fake what registries do. */
@NullMarked
package dev.tck.provision;

import org.jspecify.annotations.NullMarked;
