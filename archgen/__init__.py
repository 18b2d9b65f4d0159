"""archgen: describe a system once; lint it, decide, estimate, draw and document it."""
