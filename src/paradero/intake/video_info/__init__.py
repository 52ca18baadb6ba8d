"""What yt-dlp writes down about the videos it saves (`.info.json`)."""
